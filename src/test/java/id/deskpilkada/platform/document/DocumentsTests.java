package id.deskpilkada.platform.document;

import static java.util.logging.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.openhtmltopdf.util.LogMessageId.LogMessageId1Param;
import com.openhtmltopdf.util.XRLog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A document as its reader gets it. */
class DocumentsTests {

    private static final String ADDRESS = "https://desk.serangkab.go.id/masuk";
    private static Documents documents;
    private static byte[] pdf;

    @BeforeAll
    static void make() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/platform");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        documents = new Documents(
                messages,
                () -> new Letterhead("Kabupaten Serang", "0254 200 000"),
                List.of(model -> Optional.ofNullable(model.get("mark")).map(Object::toString)));
        pdf = written("Surat Tugas", "Baris ");
    }

    private static byte[] written(String heading, String beginning) {
        var lines = IntStream.range(0, 120)
                .mapToObj(line -> beginning + line + " <b>&")
                .toList();
        return documents.pdf("probe", Map.of("heading", heading, "lines", lines, "qr", QrCode.png(ADDRESS)));
    }

    @Test
    void aWordStandsAcrossEveryPageWhereItIsAskedFor() throws IOException {
        var lines = IntStream.range(0, 120).mapToObj(line -> "Baris " + line).toList();
        var marked = documents.pdf(
                "probe", Map.of("heading", "Surat", "lines", lines, "qr", QrCode.png(ADDRESS), "mark", "LATIHAN"));
        try (var document = Loader.loadPDF(marked)) {
            var text = new PDFTextStripper();
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(document)).contains("LATIHAN");
            }
        }
    }

    @Test
    void documentsThatAreWrittenAtTheSameTimeShareTheirFontsAndNothingElse() {
        var beginnings = List.of("Baris ", "Fajar difilmkan ", "Kejadian ", "Xyq vwzj ", "ÀÉÎõü ");
        var alone = beginnings.stream()
                .map(beginning -> written("Surat", beginning))
                .toList();
        var together = IntStream.range(0, 40)
                .parallel()
                .mapToObj(number -> written("Surat", beginnings.get(number % beginnings.size())))
                .toList();

        for (int number = 0; number < together.size(); number++) {
            assertThat(text(together.get(number)))
                    .contains(beginnings.get(number % beginnings.size()) + "119 <b>&")
                    .isEqualTo(text(alone.get(number % beginnings.size())));
        }
    }

    @Test
    void theRendererSaysOnlyWhatTheLoggingOfTheApplicationLetsThrough() {
        var logger = (Logger) LoggerFactory.getLogger("com.openhtmltopdf");
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        logger.addAppender(said);
        var before = logger.getLevel();
        logger.setLevel(Level.WARN);
        try {
            written("Surat", "Baris ");
            assertThat(said.list).isEmpty();
            XRLog.log(WARNING, LogMessageId1Param.EXCEPTION_COULD_NOT_LOAD_FONT, "Sans");
            assertThat(said.list).singleElement().satisfies(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getFormattedMessage()).contains("Sans");
            });
        } finally {
            logger.setLevel(before);
            logger.detachAppender(said);
        }
    }

    @Test
    void theTextCanBeReadBackWithLetterheadAndDisclaimer() {
        var text = text();

        assertThat(text)
                .contains("Desk Pilkada Kabupaten Serang", "Help desk: 0254 200 000", "Surat Tugas", "Baris 119 <b>&")
                .contains("Data cepat, bukan hasil resmi. Acuan tetap hasil KPU.");
    }

    @Test
    void everyPageSaysWhichOfHowManyItIs() throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();

            assertThat(pages).isGreaterThan(1);
            assertThat(text()).contains("Halaman 1 dari " + pages, "Halaman " + pages + " dari " + pages);
        }
    }

    @Test
    void everyFontIsInTheFile() throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                var resources = page.getResources();
                var fonts = StreamSupport.stream(resources.getFontNames().spliterator(), false)
                        .toList();
                assertThat(fonts).isNotEmpty();
                for (var name : fonts) {
                    assertThat(resources.getFont(name).isEmbedded()).isTrue();
                    assertThat(resources.getFont(name).getName()).contains("Liberation");
                }
            }
        }
    }

    @Test
    void theQrCodeOnThePrintedPageCanBeScanned() throws IOException, ReaderException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(scanned(new PDFRenderer(document).renderImageWithDPI(lastPage(document), 150)))
                    .isEqualTo(ADDRESS);
        }
    }

    @Test
    void theQrCodeOfAScreenIsTheSameOne() throws IOException, ReaderException {
        var png = Base64.getDecoder().decode(QrCode.png(ADDRESS).substring("data:image/png;base64,".length()));

        assertThat(scanned(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(ADDRESS);
        assertThat(QrCode.svg(ADDRESS)).startsWith("<svg ").contains("h1v1h-1z");
    }

    private static int lastPage(PDDocument document) {
        return document.getNumberOfPages() - 1;
    }

    private static String text() {
        return text(pdf);
    }

    private static String text(byte[] file) {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String scanned(BufferedImage image) throws ReaderException {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
