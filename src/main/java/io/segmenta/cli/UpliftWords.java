package io.segmenta.cli;

import io.segmenta.engine.experiment.DetectableEffect;
import io.segmenta.engine.experiment.Estimate;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.experiment.SelfTest;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignPending;
import io.segmenta.service.campaign.Measurement;
import io.segmenta.service.campaign.Rehearsal;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was measured of a campaign, in lines for the terminal. */
final class UpliftWords {
    private UpliftWords() {}

    static void tell(Measurement measured, PrintWriter words) {
        switch (measured) {
            case CampaignEffect effect -> tell(effect, words);
            case CampaignPending pending -> tell(pending, words);
        }
    }

    private static void tell(CampaignEffect effect, PrintWriter words) {
        List<MeasuredUplift> segments = effect.report().segments();
        tell(effect.report().overall(), words);
        if (segments.size() > 1) {
            segments.forEach(segment -> tell(segment, words));
        }
        words.println(effect.caps().words(UpliftWords::money));
        effect.notes().forEach(words::println);
        tried(effect.rehearsal(), words);
    }

    private static void tell(MeasuredUplift measured, PrintWriter words) {
        words.printf(
                Locale.ROOT,
                "%s (%,d treated, %,d left alone): %s%n",
                measured.name(),
                measured.treated().customers(),
                measured.control().customers(),
                measured.words(UpliftWords::money));
        if (!measured.measurable()) {
            return;
        }
        Estimate raw = measured.raw();
        words.printf(
                Locale.ROOT,
                "  Without caps and earlier spend: %s (%s to %s, p = %.3f); the line above is as sure as with %.1f times the customers.%n",
                money(raw.difference()),
                money(raw.low()),
                money(raw.high()),
                raw.pValue(),
                measured.saved());
        words.println("  " + measured.boughtWords());
        if (measured.shown()) {
            words.printf(
                    Locale.ROOT,
                    "  Added over all who got it: %s (%s to %s).%n",
                    money(measured.added(measured.effect().difference())),
                    money(measured.added(measured.effect().low())),
                    money(measured.added(measured.effect().high())));
        }
    }

    private static void tell(CampaignPending pending, PrintWriter words) {
        words.println(pending.words());
        Rehearsal rehearsal = pending.rehearsal();
        if (rehearsal != null) {
            rehearsal.effects().forEach(effect -> tell(effect, words));
        }
        tried(rehearsal, words);
    }

    private static void tell(DetectableEffect effect, PrintWriter words) {
        if (Double.isNaN(effect.each())) {
            words.printf(
                    Locale.ROOT,
                    "%s (%,d treated, %,d left alone): so few buy that nothing could be measured.%n",
                    effect.name(),
                    effect.treated(),
                    effect.control());
            return;
        }
        words.printf(
                Locale.ROOT,
                "%s (%,d treated, %,d left alone): an effect of %s each, %s in all, would be shown in 8 of 10 cases; half of it %s.%n",
                effect.name(),
                effect.treated(),
                effect.control(),
                money(effect.each()),
                money(effect.inAll()),
                effect.controlFor(effect.each() / 2).isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "with %,d left alone",
                                effect.controlFor(effect.each() / 2).getAsInt())
                        : "not even with half of them left alone");
    }

    private static void tried(@Nullable Rehearsal rehearsal, PrintWriter words) {
        if (rehearsal != null) {
            SelfTest test = rehearsal.selfTest();
            words.printf(
                    Locale.ROOT,
                    "With no campaign this method cries wolf in %.1f %% of %,d draws, tried on %s to %s; 5 %% is what it promises.%n",
                    100 * test.alarms(),
                    test.draws(),
                    rehearsal.period().from(),
                    rehearsal.period().last());
        }
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
