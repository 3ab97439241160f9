package io.segmenta.engine.experiment;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws who of an audience is left alone, so that the effect of a campaign can be measured against them. */
public final class ControlGroup {
    private ControlGroup() {}

    /**
     * The same share of each segment, rounded to whole customers. Depends on the ids, their segments and the seed only, not on the
     * order of the list.
     *
     * @param ids of the audience, none twice
     * @param segments per customer the segment's name or number
     * @param share that is left alone, 0.01–0.5
     * @return per customer whether they are in the control group
     * @throws UserFacingException where the share is not 0.01–0.5
     */
    public static boolean[] draw(List<String> ids, List<?> segments, double share, Seed seed) {
        requireShare(share);
        Map<String, List<Integer>> strata = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            strata.computeIfAbsent(String.valueOf(segments.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        boolean[] control = new boolean[ids.size()];
        strata.forEach((name, members) -> {
            members.sort(Comparator.comparing(ids::get));
            Collections.shuffle(members, seed.derive("control group of " + name).random());
            members.subList(0, (int) Math.round(share * members.size())).forEach(i -> control[i] = true);
        });
        return control;
    }

    /** @throws UserFacingException where the share is not 0.01–0.5 */
    public static void requireShare(double share) {
        if (!(share >= 0.01 && share <= 0.5)) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The share of the control group (%s %%) must be between 1 and 50 %%. 10 to 20 %% are usual.",
                    String.format(Locale.ROOT, "%.1f", 100 * share)));
        }
    }
}
