def process = ['git', 'init', '--quiet'].execute(null, basedir)
return process.waitFor() == 0
