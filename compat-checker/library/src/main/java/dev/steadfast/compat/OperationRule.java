package dev.steadfast.compat;

import dev.steadfast.diff.Operation;

/** A rule about operations, webhooks and callbacks. */
interface OperationRule extends ElementRule<Operation> {

  @Override
  default Class<Operation> kind() {
    return Operation.class;
  }
}
