package io.segmenta.web.shell;

import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.component.upload.UploadI18N.AddFiles;
import com.vaadin.flow.component.upload.UploadI18N.DropFiles;
import com.vaadin.flow.component.upload.UploadI18N.Uploading;
import java.util.function.Function;

/** The words of the upload component, from the bundle. */
public final class UploadWords {
    private UploadWords() {}

    public static UploadI18N of(Function<String, String> words, String tooLarge) {
        AddFiles add = new AddFiles();
        add.setOne(words.apply("data.choose"));
        DropFiles drop = new DropFiles();
        drop.setOne(words.apply("data.drop"));
        return new UploadI18N()
                .setAddFiles(add)
                .setDropFiles(drop)
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(tooLarge)
                        .setTooManyFiles(words.apply("data.one-file"))
                        .setIncorrectFileType(words.apply("data.wrong-type")))
                .setUploading(new Uploading()
                        .setStatus(new Uploading.Status()
                                .setConnecting(words.apply("data.connecting"))
                                .setStalled(words.apply("data.stalled"))
                                .setProcessing(words.apply("data.processing"))
                                .setHeld(words.apply("data.held")))
                        .setRemainingTime(new Uploading.RemainingTime()
                                .setPrefix(words.apply("data.remaining"))
                                .setUnknown(words.apply("data.remaining.unknown")))
                        .setError(new Uploading.Error()
                                .setServerUnavailable(words.apply("data.unavailable"))
                                .setUnexpectedServerError(words.apply("data.refused"))
                                .setForbidden(words.apply("data.refused"))));
    }
}
