package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Somebody at a terminal, in a folder of their own. */
abstract class Terminal {
    static final String HEADER = "CustomerID,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice";

    @TempDir
    Path folder;

    record Answer(int code, String err, String out) {}

    static Answer say(Object... words) {
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        CommandLine commands =
                Commands.commandLine().setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        int code = commands.execute(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new Answer(code, err.toString(), out.toString());
    }

    /** Says it, and it works. */
    static Answer does(Object... words) {
        Answer answer = say(words);
        assertThat(answer.code()).as(answer.err()).isZero();
        return answer;
    }

    Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    /** The sample of this many customers, as shop.csv. */
    Path sample(int customers) {
        Path file = folder.resolve("shop.csv");
        does("sample", "--customers", customers, "--out", file);
        return file;
    }

    Path sample() {
        return sample(400);
    }

    Path out() {
        return folder.resolve("out");
    }

    /** Exit code 2, a sentence that names all of this, and nothing written. */
    void refuses(Answer answer, String... named) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(named).doesNotContain("\tat ", "Exception");
        assertThat(out()).doesNotExist();
        assertThat(folder.toFile().list()).noneMatch(name -> name.contains("part"));
    }
}
