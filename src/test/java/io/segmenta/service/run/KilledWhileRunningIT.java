package io.segmenta.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.Services;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.dataset.SampleShop;
import io.segmenta.testing.Child;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** kill -9 in the middle of a run, with others waiting, and a restart. */
class KilledWhileRunningIT {
    @TempDir
    Path folder;

    private static ConfigurableApplicationContext product(Path home) {
        return new SpringApplicationBuilder(Services.class)
                .web(WebApplicationType.NONE)
                .run("--segmenta.home=" + home);
    }

    /** Holds runs before they are stored. */
    private static final class NeverDone implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof RunRepository runs
                    ? Proxy.newProxyInstance(
                            RunRepository.class.getClassLoader(),
                            new Class<?>[] {RunRepository.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("succeed")) {
                                    Child.untilKilled();
                                }
                                return method.invoke(runs, arguments);
                            })
                    : bean;
        }
    }

    /** Starts the product, submits three runs and tells when the first works; it never ends, however slow the killer is. */
    public static final class Product {
        private Product() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out = System.out;
            Path home = Path.of(arguments[0]);
            Path file = home.resolveSibling("shop.csv");
            try (OutputStream stream = Files.newOutputStream(file)) {
                SampleShop.generate(SampleSettings.of(20_000, new Seed(1)), stream);
            }
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Services.class)
                    .web(WebApplicationType.NONE)
                    .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(new NeverDone()))
                    .run("--segmenta.home=" + home);
            DatasetService datasets = context.getBean(DatasetService.class);
            Dataset dataset = datasets.add(file, "shop.csv", Progress.SILENT);
            Map<Field, String> headers = new EnumMap<>(Field.class);
            var proposal = datasets.propose(dataset.fingerprint());
            proposal.suggestions()
                    .forEach(
                            (field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
            Recipe recipe = Recipe.of(
                    "Big",
                    new Source(
                            dataset.fingerprint(),
                            new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()))),
                    new Method.Given(KMeansParameters.of(5)),
                    new Seed(42));
            RunService runs = context.getBean(RunService.class);
            List<RunHandle> handles = IntStream.range(0, 3)
                    .mapToObj(i -> runs.submit(recipe, new UserName("anna")))
                    .toList();
            while (handles.getFirst().progress().percent() < 5) {
                Thread.sleep(5);
            }
            out.println("working");
            Child.untilKilled();
        }
    }

    @Test
    void theRunIsInterruptedThoseWaitingGoOnAndItCanBeStartedAgain() throws Exception {
        Path home = folder.resolve("home");
        try (Child child = Child.start(Product.class, home)) {
            child.await("working"::equals);
            child.kill();
        }
        try (ConfigurableApplicationContext context = product(home)) {
            RunService runs = context.getBean(RunService.class);
            List<RunId> ids =
                    runs.history().stream().map(RunSummary::id).sorted().toList();
            assertThat(ids).hasSize(3);
            assertThat(runs.summary(ids.getFirst()).orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(runs.result(ids.getFirst())).isEmpty();
            for (RunId waiting : ids.subList(1, 3)) {
                assertThat(runs.handle(waiting).orElseThrow().await().status()).isEqualTo(RunStatus.SUCCEEDED);
            }
            RunHandle again = runs.again(ids.getFirst(), new UserName("anna"));
            assertThat(again.await().status()).isEqualTo(RunStatus.SUCCEEDED);
            assertThat(runs.result(again.id()).orElseThrow().segments()).hasSize(5);
        }
    }
}
