package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.installation.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Opens the stores of datasets so that nobody disturbs anybody: any number may read a dataset, one run at a time may also make tables in
 * it (DuckDB lets connections of one process share a file), and it is deleted only when nobody has it open.
 */
public final class DatasetStores {
    private final Home home;
    private final StoreLimits limits;
    private final ConcurrentMap<Fingerprint, Locks> locks = new ConcurrentHashMap<>();
    private final Set<Fingerprint> leaving = ConcurrentHashMap.newKeySet();

    private record Locks(ReentrantReadWriteLock presence, ReentrantLock work, ReentrantLock check) {
        Locks() {
            this(new ReentrantReadWriteLock(), new ReentrantLock(), new ReentrantLock());
        }
    }

    public DatasetStores(Home home, StoreLimits limits) {
        this.home = home;
        this.limits = limits;
    }

    /**
     * For queries only. Several at a time, on the callers' threads; a dataset that is being deleted waits for them.
     *
     * @throws UserFacingException where the rows are gone
     */
    <T> T read(Fingerprint dataset, Function<TransactionStore, T> reader) {
        Locks lock = of(dataset);
        lock.presence.readLock().lock();
        try {
            Path file = home.dataset(dataset);
            if (!Files.exists(file)) {
                throw new UserFacingException("The rows of dataset " + dataset.abbreviated()
                        + " are no longer there. Delete the dataset and upload its file again.");
            }
            try (TransactionStore store = TransactionStore.open(file, limits)) {
                return reader.apply(store);
            }
        } finally {
            lock.presence.readLock().unlock();
        }
    }

    /** For queries that keep what they find out about the rows as read; one at a time, so that they find it out once. */
    <T> T check(Fingerprint dataset, Function<TransactionStore, T> reader) {
        Locks lock = of(dataset);
        lock.check.lock();
        try {
            return read(dataset, reader);
        } finally {
            lock.check.unlock();
        }
    }

    /** For whoever makes tables. */
    public <T> T work(Fingerprint dataset, Function<TransactionStore, T> worker) {
        Locks lock = of(dataset);
        lock.work.lock();
        try {
            return read(dataset, worker);
        } finally {
            lock.work.unlock();
        }
    }

    /** Runs what adds or deletes the dataset while nobody has it open. */
    <T> T alone(Fingerprint dataset, Function<Path, T> change) {
        Locks lock = of(dataset);
        lock.presence.writeLock().lock();
        try {
            return change.apply(home.dataset(dataset));
        } finally {
            lock.presence.writeLock().unlock();
        }
    }

    /** Runs what deletes a dataset with all that was made of it; meanwhile nothing new is begun on it, or the end would never come. */
    void leave(Fingerprint dataset, Runnable deletion) {
        leaving.add(dataset);
        try {
            deletion.run();
        } finally {
            leaving.remove(dataset);
        }
    }

    /** Whether it is being deleted. */
    public boolean isLeaving(Fingerprint dataset) {
        return leaving.contains(dataset);
    }

    TransactionStore openTemporary(Path file) {
        return TransactionStore.open(file, limits);
    }

    private Locks of(Fingerprint dataset) {
        return locks.computeIfAbsent(dataset, any -> new Locks());
    }
}
