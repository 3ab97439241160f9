package io.segmenta.web.explorer;

import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.component.chart.Scatter3d;
import io.segmenta.web.shell.FinishedRun;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The customers of a run as points: recency, orders, money spent. */
final class CustomerCloud {

    /** Looks up a sentence of the bundle. */
    interface Words {
        String say(String key, Object... values);
    }

    /** Where a logarithmic axis begins: somebody who only got free goods stands here. */
    private static final double LEAST_MONEY = 0.5;

    private final RunService runs;
    private final FinishedRun run;
    private final Formats formats;

    CustomerCloud(RunService runs, FinishedRun run) {
        this.runs = runs;
        this.run = run;
        this.formats = run.formats();
    }

    String sentence(Words words) {
        int customers = run.result().customers();
        return customers <= Scatter3d.MOST_POINTS
                ? words.say("explorer.space.sentence")
                : words.say("explorer.space.sample", formats.count(Scatter3d.MOST_POINTS), formats.count(customers));
    }

    Scatter3d.Data data(Words words) {
        List<Assignment> sample = runs.sample(run.id(), Scatter3d.MOST_POINTS);
        Map<Integer, List<Assignment>> byCluster = sample.stream().collect(Collectors.groupingBy(Assignment::cluster));
        List<Scatter3d.Group> groups = new ArrayList<>();
        for (Segment segment : run.result().segments()) {
            groups.add(group(segment, byCluster.getOrDefault(segment.cluster(), List.of()), words));
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(formats.locale());
        String separators = "" + symbols.getDecimalSeparator() + symbols.getGroupingSeparator();
        List<String> axes = List.of(
                words.say("explorer.axis.recency"),
                words.say("explorer.axis.frequency"),
                words.say("explorer.axis.monetary"));
        return new Scatter3d.Data(axes, separators, groups);
    }

    private Scatter3d.Group group(Segment segment, List<Assignment> customers, Words words) {
        int n = customers.size();
        double[] recency = new double[n];
        double[] frequency = new double[n];
        double[] monetary = new double[n];
        String[] text = new String[n];
        for (int i = 0; i < n; i++) {
            Assignment customer = customers.get(i);
            recency[i] = customer.recencyDays();
            frequency[i] = customer.frequency();
            monetary[i] = Math.max(LEAST_MONEY, customer.monetary());
            text[i] = words.say(
                    "explorer.point",
                    escape(customer.customerId()),
                    customer.recencyDays(),
                    customer.frequency(),
                    formats.money(customer.monetary()),
                    formats.count(customer.recencyDays()),
                    formats.count(customer.frequency()));
        }
        return new Scatter3d.Group(
                segment.cluster(),
                segment.name(),
                PersonaColor.of(segment.persona()).css(),
                recency,
                frequency,
                monetary,
                text);
    }

    /** Plotly reads some HTML in hover texts; ids come from the user's file. */
    private static String escape(String id) {
        return id.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
