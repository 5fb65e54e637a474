package id.deskpilkada.platform.document;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes a word across every page of a finished PDF, in outline of what is below it: it can be read through, and not be cut off. */
final class Stamp {

    private static final float LARGE = 110;
    private static final float SMALL = 14;
    private static final float SEEN_THROUGH = 0.16f;
    private static final Color RED = new Color(0xB0, 0x1E, 0x1E);

    private Stamp() {}

    static byte[] across(byte[] pdf, String word) {
        var bytes = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                stamp(document, page, word);
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void stamp(PDDocument document, PDPage page, String word) throws IOException {
        var font = new PDType1Font(FontName.HELVETICA_BOLD);
        var box = page.getMediaBox();
        float width = font.getStringWidth(word) / 1000;
        try (var over = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            over.setNonStrokingColor(RED);
            over.beginText();
            over.setFont(font, SMALL);
            over.newLineAtOffset(box.getWidth() / 2 - width * SMALL / 2, box.getHeight() - SMALL - 8);
            over.showText(word);
            over.endText();
            var through = new PDExtendedGraphicsState();
            through.setNonStrokingAlphaConstant(SEEN_THROUGH);
            over.setGraphicsStateParameters(through);
            double angle = Math.atan2(box.getHeight(), box.getWidth());
            var middle = Matrix.getTranslateInstance(box.getWidth() / 2, box.getHeight() / 2);
            middle.rotate(angle);
            middle.translate(-width * LARGE / 2, -LARGE / 3);
            over.beginText();
            over.setFont(font, LARGE);
            over.setTextMatrix(middle);
            over.showText(word);
            over.endText();
        }
    }
}
