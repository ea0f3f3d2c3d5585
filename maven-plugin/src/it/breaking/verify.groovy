['json', 'sarif', 'txt', 'md', 'xml'].each { ending ->
  assert new File(basedir, "target/steadfast/api.${ending}").length() > 0
}
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/steadfast/api.json'))
assert json.verdict == 'breaking'
assert json.counts.error == 1

// the failure shows what the command would print, whole
def log = new File(basedir, 'build.log').readLines()
def start = log.findIndexOf { it.startsWith('[ERROR] Failed to execute goal') } + 1
def end = log.findIndexOf { it.startsWith('[ERROR] -> [Help') || it.startsWith('[ERROR] breaking:') && it.contains('-> [Help') }
def shown = log[start..<end].collect { (it - '[ERROR] ' - '[ERROR]').stripTrailing() }
assert shown == new File(basedir, 'target/steadfast/api.txt').readLines()*.stripTrailing()
evaluate(new File(basedir, "../../../src/it/log.groovy"))
