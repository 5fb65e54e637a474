package id.deskpilkada.platform.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of all documents. Each is read once, when it is first needed: a font that has been read may be used by several documents at the same time. Ligatures are off, because
 * looking for them takes half of the time of a document.
 */
final class Fonts {

    private static final char BOX = '\u25A1';
    private static final String FOLDER = "/liberation/Liberation";

    private final Map<String, TrueTypeFont> read = new ConcurrentHashMap<>();

    /** @param document the one that is being written; each embeds what it uses of a font */
    void offer(PdfRendererBuilder builder, PDDocument document) {
        builder.useFont(font("Sans-Regular", document), "Sans", 400, FontStyle.NORMAL, true)
                .useFont(font("Sans-Bold", document), "Sans", 700, FontStyle.NORMAL, true)
                .useFont(font("Sans-Italic", document), "Sans", 400, FontStyle.ITALIC, true)
                .useFont(font("Mono-Bold", document), "Mono", 700, FontStyle.NORMAL, true);
    }

    /** The text with a box for each character that the fonts cannot draw (emoji, other scripts), and without those that join such characters or that XML does not know. */
    String shown(String text) {
        var glyphs = read.computeIfAbsent("Sans-Regular", Fonts::read);
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || character == '\t' || character == '\r' || character >= ' ' && character < 0x7F) {
                shown.appendCodePoint(character);
            } else if (isDrawn(glyphs, character)) {
                shown.appendCodePoint(character);
            } else if (!isInvisible(character)) {
                shown.append(BOX);
            }
        });
        return shown.toString();
    }

    private static boolean isDrawn(TrueTypeFont glyphs, int character) {
        try {
            return !isInvisible(character) && glyphs.getUnicodeCmapLookup().getGlyphId(character) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Controls, halves of characters, and what joins or colours emoji. */
    private static boolean isInvisible(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.FORMAT
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0x1F3FB && character <= 0x1F3FF
                || (character & 0xFFFE) == 0xFFFE;
    }

    private PDFontSupplier font(String name, PDDocument document) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    return PDType0Font.load(document, read.computeIfAbsent(name, Fonts::read), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static TrueTypeFont read(String name) {
        var resource = FOLDER + name + ".ttf";
        try (var bytes = Objects.requireNonNull(Fonts.class.getResourceAsStream(resource), resource)) {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
