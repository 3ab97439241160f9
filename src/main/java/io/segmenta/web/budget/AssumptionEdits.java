package io.segmenta.web.budget;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.Assumption;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.Uplift;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that were typed in the place of the first guesses, as they stand in the address: {@code margin=35}, {@code revenue.4=1000},
 * {@code likely.4=2.5}, where 4 is the cluster of the segment. Shares are in percent. {@code campaign.4=12} says that campaign 12 measured the
 * uplift, {@code unshown.4=12} that it did so without showing an effect.
 */
record AssumptionEdits(Map<String, BigDecimal> numbers) {
    static final AssumptionEdits NONE = new AssumptionEdits(Map.of());
    static final String MARGIN = "margin";
    static final int PLACES = 4;

    /** What is assumed of a segment. */
    enum Figure {
        REVENUE("revenue"),
        LEAST("least"),
        LIKELY("likely"),
        MOST("most"),
        CONTACT("contact");

        private final String word;

        Figure(String word) {
            this.word = word;
        }

        String key(int cluster) {
            return word + "." + cluster;
        }
    }

    /**
     * Where numbers come from that are no first guesses, in sentences.
     *
     * @param typed by the user
     * @param campaigns by their ids
     * @param unshown what is to be added where a campaign showed no effect
     */
    record Sources(String typed, Map<Long, String> campaigns, String unshown) {
        static final Sources NONE = new Sources("", Map.of(), "");
    }

    private static final String SHOWN = "campaign.";
    private static final String UNSHOWN = "unshown.";
    private static final Pattern KEY =
            Pattern.compile("margin|(revenue|least|likely|most|contact|campaign|unshown)\\.\\d{1,3}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    AssumptionEdits {
        numbers = Map.copyOf(numbers);
    }

    /** What the address has, as far as it can be used. */
    static AssumptionEdits of(QueryParameters query, Assumptions first) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        query.getParameters().forEach((name, values) -> {
            if (KEY.matcher(name).matches()
                    && DECIMAL.matcher(values.getFirst()).matches()) {
                numbers.put(name, new BigDecimal(values.getFirst()));
            }
        });
        AssumptionEdits edits = new AssumptionEdits(numbers);
        try {
            edits.applyTo(first, Sources.NONE);
            return edits;
        } catch (UserFacingException unusable) {
            return NONE;
        }
    }

    /** @param number null to take the first guess again */
    AssumptionEdits with(String key, @Nullable BigDecimal number) {
        Map<String, BigDecimal> changed = new TreeMap<>(numbers);
        if (number == null) {
            changed.remove(key);
        } else {
            changed.put(key, number);
        }
        return new AssumptionEdits(changed);
    }

    /** @return these and no edits of the segment */
    AssumptionEdits without(int cluster) {
        AssumptionEdits left = this;
        for (Figure figure : Figure.values()) {
            left = left.with(figure.key(cluster), null);
        }
        return left.unmeasured(cluster);
    }

    /** @return these with numbers of the segment's uplift that are typed, if any */
    AssumptionEdits unmeasured(int cluster) {
        return with(SHOWN + cluster, null).with(UNSHOWN + cluster, null);
    }

    /** @return these with an uplift that a campaign measured */
    AssumptionEdits measured(int cluster, long campaign, boolean shown, Uplift uplift) {
        return unmeasured(cluster)
                .with((shown ? SHOWN : UNSHOWN) + cluster, BigDecimal.valueOf(campaign))
                .with(Figure.LEAST.key(cluster), percent(uplift.least()))
                .with(Figure.LIKELY.key(cluster), percent(uplift.likely()))
                .with(Figure.MOST.key(cluster), percent(uplift.most()));
    }

    boolean has(int cluster) {
        return !equals(without(cluster));
    }

    /** @throws UserFacingException where a number cannot be */
    Assumptions applyTo(Assumptions first, Sources sources) {
        return new Assumptions(
                first.horizonDays(),
                edited(first.margin(), MARGIN, 2, sources.typed()),
                first.responses().stream()
                        .map(response -> applyTo(response, sources))
                        .toList());
    }

    private Response applyTo(Response first, Sources sources) {
        int cluster = first.segment().cluster();
        return new Response(
                first.segment(),
                edited(first.expectedRevenue(), Figure.REVENUE.key(cluster), 0, sources.typed()),
                edited(first.uplift(), cluster, upliftSource(cluster, sources)),
                edited(first.contactCost(), Figure.CONTACT.key(cluster), 0, sources.typed()));
    }

    private String upliftSource(int cluster, Sources sources) {
        BigDecimal shown = numbers.get(SHOWN + cluster);
        BigDecimal unshown = numbers.get(UNSHOWN + cluster);
        BigDecimal campaign = shown == null ? unshown : shown;
        String measured = campaign == null ? null : sources.campaigns().get(campaign.longValue());
        if (measured == null) {
            return sources.typed();
        }
        return shown == null ? measured + " " + sources.unshown() : measured;
    }

    private Uplift edited(Uplift first, int cluster, String source) {
        Assumption least = edited(new Assumption(first.least(), first.source()), Figure.LEAST.key(cluster), 2, source);
        Assumption likely =
                edited(new Assumption(first.likely(), least.source()), Figure.LIKELY.key(cluster), 2, source);
        Assumption most = edited(new Assumption(first.most(), likely.source()), Figure.MOST.key(cluster), 2, source);
        return new Uplift(least.value(), likely.value(), most.value(), most.source());
    }

    /** @param places by which the typed number is larger: 2 for percent */
    private Assumption edited(Assumption first, String key, int places, String source) {
        BigDecimal typed = numbers.get(key);
        return typed == null
                ? first
                : new Assumption(typed.movePointLeft(places).doubleValue(), source);
    }

    /** In percent, as a person writes it. */
    static BigDecimal percent(double share) {
        return plain(100 * share, PLACES);
    }

    static BigDecimal plain(double value, int places) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
