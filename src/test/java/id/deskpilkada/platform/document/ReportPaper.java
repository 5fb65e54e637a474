package id.deskpilkada.platform.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What writes documents, without the application around it, for tests of other modules. */
public final class ReportPaper {

    private ReportPaper() {}

    /** All texts, as the application reads them. */
    public static MessageSource texts() {
        var messages = new ResourceBundleMessageSource();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            messages.setBasenames(
                    files.map(file -> file.getFileName().toString().replace(".properties", ""))
                            .filter(name -> !name.endsWith("_en") && !name.equals("demo"))
                            .map(name -> "messages/" + name)
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    public static Documents documents() {
        return new Documents(texts(), () -> new Letterhead("Kabupaten Jember", "0331 420 000"), List.of());
    }
}
