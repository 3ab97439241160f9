package io.segmenta.engine.playbook;

import io.segmenta.engine.base.UserName;
import java.time.Instant;

/**
 * The playbook as it was from one edit to the next.
 *
 * @param number from 1
 * @param change what was done, a sentence
 */
public record PlaybookVersion(int number, Playbook playbook, Instant at, UserName by, String change) {}
