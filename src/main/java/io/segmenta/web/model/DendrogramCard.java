package io.segmenta.web.model;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.shell.FinishedRun;
import java.util.Arrays;
import java.util.Optional;

/** The last merges of a hierarchy, and where it was cut. */
final class DendrogramCard extends Section {
    private static final int LEAVES = 30;
    private static final int HEIGHT = 380;
    private static final int TOP = 16;
    private static final int BOTTOM = HEIGHT - 40;

    private final transient FinishedRun run;

    DendrogramCard(FinishedRun run, HierarchyModel model) {
        this.run = run;
        addClassName("card");
        Dendrogram tree = model.top().top(LEAVES);
        String sentence = getTranslation(
                "model.dendrogram.sentence", tree.leaves(), model.linkage().key(), model.clusters());
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        add(
                new H2(getTranslation("model.dendrogram")),
                lead,
                draw(tree, model.clusters()).show(sentence));
    }

    private Drawing draw(Dendrogram tree, int clusters) {
        int leaves = tree.leaves();
        int merges = leaves - 1;
        double[] x = new double[leaves + merges];
        place(tree, leaves + merges - 1, x, new int[1]);
        double[] y = new double[leaves + merges];
        Arrays.fill(y, BOTTOM);
        double highest = Math.max(tree.heights()[merges - 1], 1e-9);
        String[] colors = colors(tree, clusters);
        Drawing drawing = new Drawing(HEIGHT);
        for (int m = 0; m < merges; m++) {
            int node = leaves + m;
            int left = tree.left()[m];
            int right = tree.right()[m];
            y[node] = BOTTOM - (BOTTOM - TOP) * tree.heights()[m] / highest;
            drawing.line(x[left], y[left], x[left], y[node], colors[left])
                    .line(x[right], y[right], x[right], y[node], colors[right])
                    .line(x[left], y[node], x[right], y[node], colors[node]);
        }
        if (clusters >= 2 && clusters <= merges) {
            double cut = (tree.heights()[leaves - clusters] + tree.heights()[leaves - clusters - 1]) / 2;
            double level = BOTTOM - (BOTTOM - TOP) * cut / highest;
            drawing.dashed(0, level, Drawing.WIDTH, level);
        }
        for (int leaf = 0; leaf < leaves; leaf++) {
            // Every second label stands lower, so that neighbours do not run into each other.
            int place = (int) Math.round(x[leaf] * leaves / Drawing.WIDTH);
            drawing.text(
                    x[leaf],
                    BOTTOM + (place % 2 == 0 ? 16 : 32),
                    "middle",
                    run.formats().count(tree.sizes()[leaf]));
        }
        return drawing;
    }

    /** From left to right, so that no lines cross. */
    private static void place(Dendrogram tree, int node, double[] x, int[] next) {
        int leaves = tree.leaves();
        if (node < leaves) {
            x[node] = (next[0]++ + 0.5) * Drawing.WIDTH / leaves;
            return;
        }
        int merge = node - leaves;
        place(tree, tree.left()[merge], x, next);
        place(tree, tree.right()[merge], x, next);
        x[node] = (x[tree.left()[merge]] + x[tree.right()[merge]]) / 2;
    }

    /** Of each node: the segment's below the cut, quiet above it. */
    private String[] colors(Dendrogram tree, int clusters) {
        int leaves = tree.leaves();
        String[] colors = new String[2 * leaves - 1];
        Arrays.fill(colors, "var(--ink-quiet)");
        if (clusters > leaves) {
            return colors;
        }
        int[] clusterOfLeaf = tree.cut(clusters);
        int[] sizes = new int[clusters];
        for (int leaf = 0; leaf < leaves; leaf++) {
            sizes[clusterOfLeaf[leaf]] += tree.sizes()[leaf];
        }
        for (int leaf = 0; leaf < leaves; leaf++) {
            colors[leaf] = segment(sizes, clusterOfLeaf[leaf])
                    .map(segment -> PersonaColor.of(segment.persona()).css())
                    .orElse("var(--ink)");
        }
        for (int m = 0; m < leaves - clusters; m++) {
            colors[leaves + m] = colors[tree.left()[m]];
        }
        return colors;
    }

    /** The one segment with so many customers; the tree does not know their names. */
    private Optional<Segment> segment(int[] sizes, int cluster) {
        boolean twice =
                Arrays.stream(sizes).filter(size -> size == sizes[cluster]).count() > 1;
        return twice
                ? Optional.empty()
                : run.result().segments().stream()
                        .filter(segment -> segment.customers() == sizes[cluster])
                        .findFirst();
    }
}
