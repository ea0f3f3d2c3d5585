details = true
['json', 'sarif', 'txt', 'md', 'xml'].each { ending ->
  assert new File(basedir, "target/steadfast/api.${ending}").length() > 0
}
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/steadfast/api.json'))
assert json.verdict == 'breaking'
assert json.counts.error == 1
evaluate(new File(basedir, "../../../src/it/log.groovy"))
