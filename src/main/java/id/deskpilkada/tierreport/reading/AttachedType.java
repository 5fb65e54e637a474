package id.deskpilkada.tierreport.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;

/** What may be attached, told by its content and not by its name. */
enum AttachedType {
    PDF("application/pdf", "pdf", new byte[] {'%', 'P', 'D', 'F', '-'}),
    JPEG("image/jpeg", "jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    PNG("image/png", "png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

    private static final long MOST_PIXELS = 40_000_000;

    /** An image is looked at only as closely as it takes to see that it can be read to its end. */
    private static final int COARSE = 16;

    private final String mediaType;
    private final String suffix;
    private final byte[] beginning;

    AttachedType(String mediaType, String suffix, byte[] beginning) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return suffix;
    }

    /** Nothing for what begins otherwise or cannot be read to its end. */
    static Optional<AttachedType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> Arrays.mismatch(type.beginning, content) == type.beginning.length
                        || Arrays.equals(type.beginning, content))
                .filter(type -> type == PDF ? hasPages(content) : isImage(content))
                .findFirst();
    }

    private static boolean hasPages(byte[] content) {
        try (var document = Loader.loadPDF(content)) {
            return document.getNumberOfPages() > 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isImage(byte[] content) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return false;
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return false;
                }
                var coarse = reader.getDefaultReadParam();
                coarse.setSourceSubsampling(COARSE, COARSE, 0, 0);
                return reader.read(0, coarse) != null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
