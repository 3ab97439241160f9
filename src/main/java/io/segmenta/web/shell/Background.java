package io.segmenta.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.UserFacingException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Work that a page must not wait for: done on another thread, its outcome shown on the page by server push. */
@Component
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final TaskExecutor threads;

    Background(TaskExecutor applicationTaskExecutor) {
        this.threads = applicationTaskExecutor;
    }

    /**
     * Returns at once.
     *
     * @param ui whose page shows the outcome; nothing happens where it has been closed by then
     * @param problem in words: what went wrong is never shown as it is
     */
    public <T> void run(
            UI ui, Supplier<T> work, Consumer<? super T> done, Consumer<UserFacingException> failed, String problem) {
        run(ui, work, done, unseen -> {}, failed, problem);
    }

    /** @param unseen gets the outcome instead where the page has been closed by then, and may be on any thread */
    public <T> void run(
            UI ui,
            Supplier<T> work,
            Consumer<? super T> done,
            Consumer<? super T> unseen,
            Consumer<UserFacingException> failed,
            String problem) {
        threads.execute(() -> {
            try {
                T outcome = work.get();
                ui.accessLater(() -> done.accept(outcome), () -> unseen.accept(outcome))
                        .run();
            } catch (UserFacingException e) {
                show(ui, () -> failed.accept(e));
            } catch (CancelledException e) {
                LOG.debug("Cancelled: whoever did it has put the page right.", e);
            } catch (RuntimeException e) {
                LOG.error("{}", problem, e);
                show(ui, () -> failed.accept(new UserFacingException(problem, e)));
            }
        });
    }

    /** From any thread; silently nothing where the page is gone. */
    public static void show(UI ui, Command change) {
        if (ui.isAttached()) {
            var unused = ui.access(change);
        }
    }
}
