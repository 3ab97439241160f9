package io.segmenta.service.compare;

/**
 * A customer of at least one of two runs.
 *
 * @param from cluster of his segment in the one run, {@link io.segmenta.engine.segment.Migration#LEFT_OUT} or
 *     {@link io.segmenta.engine.segment.Migration#ABSENT}
 * @param to the same in the other run
 * @param moneyBefore what he had spent at the one run, 0 where he was no customer
 * @param moneyAfter what he had spent at the other run
 */
public record Mover(String customerId, int from, int to, double moneyBefore, double moneyAfter) {
    public double change() {
        return moneyAfter - moneyBefore;
    }
}
