package dev.steadfast.bookshop;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a logger is told while this is open; nothing of it is printed. Open it after the shop. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger logger;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  private CapturedLog(Logger logger) {
    this.logger = logger;
  }

  /** Captures everything from INFO on. */
  public static CapturedLog of(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    CapturedLog log = new CapturedLog(logger);
    log.start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    events.add(event);
  }

  /** What was logged since the last {@link #clear()}. */
  public List<ILoggingEvent> events() {
    return events;
  }

  /** Forgets. */
  public void clear() {
    events.clear();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
