evaluate(new File(basedir, "../../../src/it/log.groovy"))
