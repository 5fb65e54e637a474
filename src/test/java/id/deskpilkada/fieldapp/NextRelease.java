package id.deskpilkada.fieldapp;

import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** The application after an update in which the field app has one more file; until it is closed. */
public final class NextRelease implements AutoCloseable {

    private static final String MORE = "baru.js";

    private final AppController controller;
    private final AppFiles before;
    private final AppFiles next;

    public NextRelease(ApplicationContext application) {
        controller = AopTestUtils.getUltimateTargetObject(application.getBean(AppController.class));
        before = application.getBean(AppFiles.class);
        var sources = application.getBean(AppSources.class);
        sources.all().put(MORE, "export const added = true;\n".getBytes(StandardCharsets.UTF_8));
        next = new AppFiles(sources);
        sources.all().remove(MORE);
        ReflectionTestUtils.setField(controller, "app", next);
    }

    public String version() {
        return next.version();
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(controller, "app", before);
    }
}
