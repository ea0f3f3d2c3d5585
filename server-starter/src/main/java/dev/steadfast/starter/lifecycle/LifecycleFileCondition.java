package dev.steadfast.starter.lifecycle;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There is a lifecycle file, or one was asked for, which must then be there. */
final class LifecycleFileCondition extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("Lifecycle file");
    String location =
        context
            .getEnvironment()
            .getProperty("steadfast.lifecycle.location", LifecycleProperties.DEFAULT_LOCATION);
    boolean askedFor = !location.equals(LifecycleProperties.DEFAULT_LOCATION);
    return askedFor || context.getResourceLoader().getResource(location).exists()
        ? ConditionOutcome.match(message.foundExactly(location))
        : ConditionOutcome.noMatch(message.didNotFind("file").items(location));
  }
}
