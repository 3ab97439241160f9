package io.segmenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who reads a method finds its paper: each kernel names it in a line that a program can read too. */
class KernelSourcesTest {
    private static final Path ENGINE = Path.of("src/main/java/io/segmenta/engine");

    /** A DOI, or where there is none the page of the paper. */
    private static final Pattern LINE = Pattern.compile(
            "@see\\s+<a\\s+href=\"(https?://[^\"\\s]+)\">([^<(]+\\((?:1[89]|20)\\d\\d\\)),\\s[^<]+</a>");

    /** The classes that hold a published method, with authors and years. */
    private static final Map<String, List<String>> KERNELS = Map.ofEntries(
            Map.entry("base/Seed", List.of("Steele, Lea and Flood (2014)")),
            Map.entry("budget/RoiSimulation", List.of("Clemen and Reilly (1999)")),
            Map.entry("budget/WaterLevel", List.of("Boyd and Vandenberghe (2004)")),
            Map.entry("cluster/hierarchy/Agglomerative", List.of("Müllner (2011)")),
            Map.entry("cluster/hierarchy/MatrixClusters", List.of("Lance and Williams (1967)")),
            Map.entry("cluster/hierarchy/MicroClusters", List.of("Zhang, Ramakrishnan and Livny (1996)")),
            Map.entry("cluster/hierarchy/NeighbourChain", List.of("Murtagh (1983)")),
            Map.entry("cluster/hierarchy/SpanningTree", List.of("Gower and Ross (1969)")),
            Map.entry("cluster/hierarchy/WardClusters", List.of("Ward (1963)")),
            Map.entry("cluster/kmeans/HamerlyKMeans", List.of("Hamerly (2010)")),
            Map.entry("cluster/kmeans/KMeans", List.of("Hamerly (2010)", "Lloyd (1982)")),
            Map.entry("cluster/kmeans/KMeansStart", List.of("Arthur and Vassilvitskii (2007)")),
            Map.entry("cluster/mixture/ExpectationMaximisation", List.of("Dempster, Laird and Rubin (1977)")),
            Map.entry("evaluate/Agreement", List.of("Hubert and Arabie (1985)", "Vinh, Epps and Bailey (2010)")),
            Map.entry("evaluate/Jacobi", List.of("Jacobi (1846)")),
            Map.entry("evaluate/Partition", List.of("Davies and Bouldin (1979)", "Caliński and Harabasz (1974)")),
            Map.entry("evaluate/PrincipalComponents", List.of("Pearson (1901)", "Hotelling (1933)")),
            Map.entry("evaluate/Silhouette", List.of("Rousseeuw (1987)")),
            Map.entry("evaluate/Stability", List.of("Hennig (2007)")),
            Map.entry(
                    "experiment/UpliftReport",
                    List.of(
                            "Welch (1947)",
                            "Satterthwaite (1946)",
                            "Deng, Xu, Kohavi and Walker (2013)",
                            "O'Neill (2014)")),
            Map.entry("features/FlatIsolationForest", List.of("Liu, Ting and Zhou (2008)")),
            Map.entry("forecast/backtest/ProbabilityError", List.of("Sun and Xu (2014)")),
            Map.entry("forecast/churn/Boosting", List.of("Friedman, Hastie and Tibshirani (2000)")),
            Map.entry("forecast/churn/LogisticRegression", List.of("Hastie, Tibshirani and Friedman (2009)")),
            Map.entry(
                    "forecast/model/BgCnbd",
                    List.of(
                            "Reutterer, Platzer and Schröder (2021)",
                            "Platzer and Reutterer (2016)",
                            "Batislam, Denizel and Filiztekin (2007)")),
            Map.entry("forecast/model/BgNbd", List.of("Fader, Hardie and Lee (2005)")),
            Map.entry("forecast/model/BoundedAscent", List.of("Nocedal and Wright (2006)")),
            Map.entry(
                    "forecast/model/GammaGamma", List.of("Schmittlein and Peterson (1994)", "Fader and Hardie (2013)")),
            Map.entry("forecast/model/ParetoNbd", List.of("Schmittlein, Morrison and Colombo (1987)")),
            Map.entry("forecast/model/ParetoSilence", List.of("Fader and Hardie (2005)")),
            Map.entry("numeric/Quantiles", List.of("Hyndman and Fan (1996)")),
            Map.entry("numeric/RankStatistics", List.of("Spearman (1904)")),
            Map.entry("numeric/Sampling", List.of("Durstenfeld (1964)")),
            Map.entry("sample/Draw", List.of("Marsaglia and Tsang (2000)")),
            Map.entry("segment/LeastCostMatching", List.of("Kuhn (1955)", "Jonker and Volgenant (1987)")),
            Map.entry("segment/RfmScoreMap", List.of("Fader, Hardie and Lee (2005)")),
            Map.entry("segment/Rules", List.of("Salzberg (1994)")),
            Map.entry("segment/SegmentMatching", List.of("Hennig (2007)")),
            Map.entry("tune/TpeSampler", List.of("Bergstra, Bardenet, Bengio and Kégl (2011)")));

    @TestFactory
    Stream<DynamicTest> everyKernelNamesItsPapers() {
        return new TreeMap<>(KERNELS)
                .entrySet().stream()
                        .map(entry -> dynamicTest(
                                entry.getKey(),
                                () -> assertThat(papers(ENGINE.resolve(entry.getKey() + ".java")))
                                        .as("@see <a href=\"https://doi.org/...\">Authors (year), Title</a>")
                                        .containsAll(entry.getValue())));
    }

    /** A link to a paper that is written otherwise would not be found by a program. */
    @Test
    void everyLinkToAPaperHasAuthorsYearAndTitle() throws IOException {
        try (Stream<Path> files = Files.walk(ENGINE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = unwrapped(file);
                long links =
                        Pattern.compile("@see\\s+<a\\s").matcher(text).results().count();
                assertThat(papers(file)).as(file.toString()).hasSize((int) links);
            }
        }
    }

    private static List<String> papers(Path file) throws IOException {
        return LINE.matcher(unwrapped(file))
                .results()
                .map(found -> found.group(2).strip())
                .toList();
    }

    /** The formatter may break a long line of a comment. */
    private static String unwrapped(Path file) throws IOException {
        return Files.readString(file).replaceAll("\\R\\s*\\* ", " ");
    }
}
