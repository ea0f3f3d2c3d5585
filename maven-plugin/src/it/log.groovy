// Compares what the plugin printed with expected.txt of the scenario, line by line.
// Set 'details' to compare the indented lines below a finding too.
// -Dgolden.update=true writes that file instead.
def shown = []
def printing = false
def failing = false
def everything = binding.hasVariable('details')
new File(basedir, 'build.log').eachLine('UTF-8') { line ->
  if (line.contains('--- steadfast:')) {
    printing = true
    shown << line.replaceAll(/^\[INFO\] --- steadfast:\S+:check \((\S+)\) @ (\S+) .*/, '== check $1 in $2')
  } else if (line.startsWith('[INFO] ---') || line.startsWith('[INFO] Reactor Summary')) {
    printing = false
  } else if (line.startsWith('[ERROR] Failed to execute goal')) {
    shown << line.replaceAll(/.* on project ([^:]+): ?(.*)/, '== failure in $1: $2')
    failing = !line.contains('-> [Help')
  } else if (failing && line.contains('-> [Help')) {
    failing = false
  } else if ((failing || printing)
      && line.trim() != '[INFO]'
      && !(line =~ /^\[INFO\] (Downloading|Downloaded|Copying) /)
      && (everything || !(line =~ /^\[\w+\]     /) && line.trim() != '[ERROR]')) {
    shown << line
  }
}
def here = basedir.canonicalPath
def text = shown.collect {
  it.replace(here, 'HERE').replaceAll(/ -> \[Help 1\]$/, '').replaceAll(/file:[^)]*/, 'FILE').stripTrailing()
}.join('\n') + '\n'
def source = new File(basedir, "../../../src/it/${basedir.name}/expected.txt")
if (Boolean.getBoolean('golden.update')) {
  source.setText(text, 'UTF-8')
}
if (text != source.getText('UTF-8')) {
  throw new AssertionError("the log differs from ${source.canonicalPath}; it has\n${text}")
}
return true
