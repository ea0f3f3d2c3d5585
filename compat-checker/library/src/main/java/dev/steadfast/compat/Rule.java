package dev.steadfast.compat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What there is to know about a rule; see docs/rules. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Rule {

  /** The class's name in kebab-case, written out so that a search finds it. */
  String id();

  /** One line without a final period. */
  String summary();

  /** Under the profile {@code strict}. */
  Severity severity();

  /** Who is hurt; empty when nobody is. */
  Hurt[] breaks();

  /** Who fails and how. */
  String why();

  /** What can be done today. */
  String fix();
}
