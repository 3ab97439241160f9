package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.reading.Reading;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the last few files were found to say. A dataset does not change; the day of the reader may tell a year of two digits. */
final class Readings {
    private static final int MOST = 32;
    private static final float LOAD = 0.75f;

    private final DatasetStores stores;

    private record Key(Fingerprint dataset, LocalDate day) {}

    /** The one used longest ago goes first. */
    private final Map<Key, Reading> known = new LinkedHashMap<>(MOST, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Reading> eldest) {
            return size() > MOST;
        }
    };

    Readings(DatasetStores stores) {
        this.stores = stores;
    }

    /** Whoever asks for one that is being made waits for it. */
    Reading of(Fingerprint dataset, LocalDate today) {
        return find(dataset, today)
                .orElseGet(() -> stores.check(
                        dataset,
                        store -> find(dataset, today).orElseGet(() -> {
                            Reading fresh = FileReading.of(store, today);
                            keep(dataset, today, fresh);
                            return fresh;
                        })));
    }

    private synchronized Optional<Reading> find(Fingerprint dataset, LocalDate day) {
        return Optional.ofNullable(known.get(new Key(dataset, day)));
    }

    private synchronized void keep(Fingerprint dataset, LocalDate day, Reading reading) {
        known.put(new Key(dataset, day), reading);
    }

    synchronized void forget(Fingerprint dataset) {
        known.keySet().removeIf(key -> key.dataset().equals(dataset));
    }
}
