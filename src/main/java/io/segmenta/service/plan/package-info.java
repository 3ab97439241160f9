/** Playbook, budgets and scenarios. */
@NullMarked
package io.segmenta.service.plan;

import org.jspecify.annotations.NullMarked;
