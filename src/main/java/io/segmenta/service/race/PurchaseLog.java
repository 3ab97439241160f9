package io.segmenta.service.race;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.service.dataset.OpenedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A public file of purchases that models are published for. */
public enum PurchaseLog {
    CDNOW_SAMPLE("CDNOW, a tenth of the customers", "\\s+", false, 1, 2, 4, "CDNOW_sample.txt"),
    CDNOW("CDNOW", "\\s+", true, 0, 1, 3, "CDNOW_master.txt"),
    GROCERY("Online grocery", ",", true, 0, 1, -1, "grocery.csv"),
    APPAREL("Apparel", ",", true, 0, 1, 2, "apparel.csv"),
    /** Its rows are lines of invoices: they are read and cleaned as those of any shop. */
    ONLINE_RETAIL("Online Retail", "", true, -1, -1, -1, "online_retail.csv.gz");

    private static final String WITHOUT_DASHES = "\\d{8}";

    private final String label;
    private final String separator;
    private final boolean headed;
    private final int id;
    private final int day;
    private final int spend;
    private final String file;

    PurchaseLog(String label, String separator, boolean headed, int id, int day, int spend, String file) {
        this.label = label;
        this.separator = separator;
        this.headed = headed;
        this.id = id;
        this.day = day;
        this.spend = spend;
        this.file = file;
    }

    public String label() {
        return label;
    }

    /** What the file is called. */
    public String file() {
        return file;
    }

    /** Whether it tells what a purchase cost. */
    boolean hasMoney() {
        return this != GROCERY;
    }

    /** In the first folder that has it. */
    Optional<Path> in(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** @throws UserFacingException where the file is not what its name says */
    Purchases read(Path file) {
        return this == ONLINE_RETAIL ? cleaned(file) : Purchases.of(days(file));
    }

    private List<PurchaseDay> days(Path file) {
        List<PurchaseDay> days = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (!line.isBlank() && (number > 1 || !headed)) {
                try {
                    days.add(day(line.strip().split(separator, -1)));
                } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
                    throw new UserFacingException(
                            "Line " + number + " of " + file + " (" + line.strip() + ") is none of " + label
                                    + ". Name a folder with the public file.",
                            e);
                }
            }
        }
        return days;
    }

    private PurchaseDay day(String[] cells) {
        LocalDate date = cells[day].matches(WITHOUT_DASHES)
                ? LocalDate.parse(cells[day], DateTimeFormatter.BASIC_ISO_DATE)
                : LocalDate.parse(cells[day]);
        return PurchaseDay.of(cells[id], date, spend < 0 ? 1 : Double.parseDouble(cells[spend]));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UserFacingException("The file " + file + " cannot be read. Check that you may read it.", e);
        }
    }

    private static Purchases cleaned(Path file) {
        try (OpenedFile opened = OpenedFile.read(file, StageProgress.SILENT)) {
            return opened.ask(store -> {
                Cleaner.clean(
                        store,
                        ColumnMapper.propose(store).mapping(),
                        CleaningRules.defaults(),
                        opened.today(),
                        Progress.SILENT);
                return Purchases.read(store, ForecastProgress.silent());
            });
        }
    }
}
