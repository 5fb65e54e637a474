package id.deskpilkada.platform.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Turns templates under {@code templates/document/} into PDF. Templates are well-formed XHTML and go into the fragment {@code page} of {@code document/page.html}; the fonts are in the file, so
 * that it looks the same everywhere; an image is taken only when it carries itself ({@code data:}), and nothing is loaded from anywhere.
 */
@Component
public class Documents {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final Fonts fonts = new Fonts();
    private final LetterheadSource letterheads;
    private final List<Watermark> watermarks;

    static {
        XRLog.setLoggerImpl(new RendererLog());
    }

    Documents(MessageSource messages, LetterheadSource letterheads, List<Watermark> watermarks) {
        this.watermarks = List.copyOf(watermarks);
        this.letterheads = letterheads;
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/document/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        templates.setTemplateEngineMessageSource(messages);
    }

    /**
     * An A4 document in Indonesian, with a word across every page where a {@link Watermark} asks for it.
     *
     * @param template name of a template, {@code assignment-letter} for {@code templates/document/assignment-letter.html}
     * @param model what the template reads; {@code letterhead} is added
     */
    public byte[] pdf(String template, Map<String, ? extends @Nullable Object> model) {
        var variables = new HashMap<String, Object>(model);
        variables.put("letterhead", letterheads.letterhead());
        var page = fonts.shown(templates.process(template, new Context(INDONESIAN, variables)));
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var renderer = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .withHtmlContent(page, null)
                    .withProducer("Desk Pilkada")
                    .useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
            fonts.offer(renderer, document);
            renderer.toStream(bytes).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return watermarks.stream()
                .flatMap(mark -> mark.of(model).stream())
                .findFirst()
                .map(word -> Stamp.across(bytes.toByteArray(), word))
                .orElseGet(bytes::toByteArray);
    }
}
