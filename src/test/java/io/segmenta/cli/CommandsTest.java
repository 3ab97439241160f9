package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CommandsTest extends Terminal {
    @Test
    void refusesWhatItDoesNotKnowAndNamesTheHelp() {
        refuses(say("run"), "FILE", "segmenta run --help");
        refuses(say("jump"), "jump", "segmenta --help");
        refuses(say("run", "x.csv", "--out", out(), "--clusters", "many"), "many", "--clusters");
    }

    @Test
    void everyCommandHasAHelp() {
        for (String command : List.of("serve", "run", "score", "uplift", "race", "sample")) {
            assertThat(say(command, "--help").out()).contains("Usage: segmenta " + command);
        }
    }

    /** Picocli formats it and, where it cannot, warns above the help. */
    @Test
    void whatACommandDoesCanBeFormatted() {
        Commands.commandLine()
                .getSubcommands()
                .forEach((name, command) -> assertThatCode(() -> String.format(
                                Locale.ROOT,
                                String.join(
                                        "\n",
                                        command.getCommandSpec().usageMessage().description())))
                        .as(name)
                        .doesNotThrowAnyException());
    }

    @Test
    void numbersAreWrittenAlikeWhateverTheLanguageOfTheMachine() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(say("sample", "--customers", 1200, "--out", folder.resolve("shop.csv"))
                            .err())
                    .contains("1,200 customers");
        } finally {
            Locale.setDefault(machine);
        }
    }
}
