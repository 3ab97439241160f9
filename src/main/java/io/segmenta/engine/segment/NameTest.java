package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.rhythm.Standings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which names are true of which cluster: for each sentence the share of the cluster's customers for whom it holds. Immutable. */
public final class NameTest {
    /** A sentence that holds for fewer is not said of a segment, nor is a name that implies it. */
    public static final double ENOUGH = 0.85;

    /** The names of the original, for any cluster: chosen by distance alone. */
    public static final NameTest ORIGINAL = new NameTest(null, List.of());

    /**
     * @param sentence what follows on "96 % of them"
     * @param share of the segment's customers for whom it holds, 0–1
     */
    public record Held(String sentence, double share) {}

    private final Claim.@Nullable Shop shop;
    /** Per cluster; empty for one without customers. */
    private final List<Map<Claim, Double>> shares;

    private NameTest(Claim.@Nullable Shop shop, List<Map<Claim, Double>> shares) {
        this.shop = shop;
        this.shares = shares;
    }

    /**
     * @param standings of all customers, in the order of the features
     * @param rows per clustered row the index of its customer, at least one
     * @param labels per clustered row its cluster, 0 to clusters − 1
     */
    public static NameTest of(CustomerFeatures features, Standings standings, int[] rows, int[] labels, int clusters) {
        Claim.Shop shop = Claim.Shop.of(features, rows);
        Claim[] claims = Claim.values();
        int[][] held = new int[clusters][claims.length];
        int[] sizes = new int[clusters];
        double[] orders = features.column(Feature.FREQUENCY);
        double[] spent = features.column(Feature.MONETARY);
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            Claim.Customer customer = new Claim.Customer(standings.state(row), orders[row], spent[row]);
            sizes[labels[i]]++;
            for (int c = 0; c < claims.length; c++) {
                held[labels[i]][c] += claims[c].holds(customer, shop) ? 1 : 0;
            }
        }
        return new NameTest(
                shop,
                IntStream.range(0, clusters)
                        .mapToObj(cluster -> shares(claims, held[cluster], sizes[cluster]))
                        .toList());
    }

    private static Map<Claim, Double> shares(Claim[] claims, int[] held, int size) {
        Map<Claim, Double> shares = new EnumMap<>(Claim.class);
        for (int c = 0; c < claims.length && size > 0; c++) {
            shares.put(claims[c], (double) held[c] / size);
        }
        return shares;
    }

    /** Whether the name may be given to the cluster. */
    public boolean allows(int cluster, Persona persona) {
        if (shop == null) {
            return persona.isOriginal();
        }
        Map<Claim, Double> found = shares.get(cluster);
        return persona.claims().stream().allMatch(claim -> found.getOrDefault(claim, 0.0) >= ENOUGH)
                && persona.limits().stream().allMatch(limit -> limit.holds(found.getOrDefault(limit.claim(), 0.0)));
    }

    /**
     * What the name says of the cluster's customers, or where it says nothing, whatever can be said of enough of them; empty for the names
     * of the original.
     */
    public List<Held> holds(int cluster, Persona persona) {
        Claim.Shop compared = shop;
        if (compared == null) {
            return List.of();
        }
        Map<Claim, Double> found = shares.get(cluster);
        List<Claim> said = persona.claims().isEmpty() ? Arrays.asList(Claim.values()) : persona.claims();
        return said.stream()
                .filter(claim -> found.getOrDefault(claim, 0.0) >= ENOUGH)
                .map(claim -> new Held(claim.sentence(compared), found.getOrDefault(claim, 0.0)))
                .toList();
    }
}
