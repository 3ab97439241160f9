package io.segmenta.cli;

import io.segmenta.engine.document.Documents;
import io.segmenta.service.race.Race;
import io.segmenta.service.race.RacePage;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The purchase models on public data. */
@Command(
        name = "race",
        description = {
            "Fits every purchase model to public data and writes how well each forecast what came, beside the published figures:"
                    + " race.json and race.md.",
            "The files are CDNOW_sample.txt, CDNOW_master.txt, grocery.csv (of BTYDplus), apparel.csv (of CLVTools) and"
                    + " online_retail.csv.gz; what is missing is left out, and said."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RaceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "folders with the public files")
    private List<Path> folders = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder for the results, made if needed")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ResultFolder results = ResultFolder.at(out);
        Race race = Race.run(folders, err::println);
        results.write(folder -> {
            folder.file(
                    "race.json",
                    file -> file.write(Documents.writeIndented(race.lines()).getBytes(StandardCharsets.UTF_8)));
            folder.file("race.md", file -> {
                Writer page = new OutputStreamWriter(file, StandardCharsets.UTF_8);
                RacePage.write(race, page);
                page.flush();
            });
        });
        race.missing()
                .forEach(log -> err.println("Not run: " + log.label() + ", because " + log.file() + " was not there."));
        return 0;
    }
}
