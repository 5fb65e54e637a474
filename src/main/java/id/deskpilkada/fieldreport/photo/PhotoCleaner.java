package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.platform.Problem;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes the copy that people look at: upright, small enough for a phone, and painted anew, so that nothing but the picture is left of the file that was sent. */
final class PhotoCleaner {

    private static final long MOST_PIXELS = 40_000_000;
    /** The decoder paints the whole picture once for each scan. */
    private static final long MOST_PAINTED = 10 * MOST_PIXELS;

    private static final int LONG_SIDE = 2000;
    private static final float QUALITY = 0.82f;

    private PhotoCleaner() {}

    /** @throws Problem 422 {@code NOT_AN_IMAGE}, {@code PHOTO_TOO_MANY_PIXELS} */
    static CleanedPhoto clean(byte[] file) {
        var type = ImageType.of(file).orElseThrow(() -> Problem.unprocessable("NOT_AN_IMAGE"));
        var reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw Problem.unprocessable("PHOTO_TOO_MANY_PIXELS", width, height);
            }
            if (type == ImageType.JPEG && (long) width * height * JpegScans.count(file) > MOST_PAINTED) {
                throw Problem.unprocessable("NOT_AN_IMAGE");
            }
            var image = decode(reader, Math.max(width, height));
            return new CleanedPhoto(type, width, height, encode(upright(image, Orientation.of(file, type))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException damaged) {
            throw Problem.unprocessable("NOT_AN_IMAGE");
        } finally {
            reader.dispose();
        }
    }

    /** Reads every n-th pixel of a large photo only, never fewer than are shown. */
    private static BufferedImage decode(ImageReader reader, int longSide) throws IOException {
        var every = Math.max(1, longSide / LONG_SIDE);
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage upright(BufferedImage image, Orientation orientation) {
        var scale = Math.min(1.0, (double) LONG_SIDE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var turned = orientation.turnsSideways();
        var copy = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            var placed = orientation.upright(width, height);
            placed.concatenate(AffineTransform.getScaleInstance(
                    (double) width / image.getWidth(), (double) height / image.getHeight()));
            pen.drawImage(image, placed, null);
        } finally {
            pen.dispose();
        }
        return copy;
    }

    private static byte[] encode(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream(256 * 1024);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The copy, as JPEG, with the type and size in pixels of the file it was made from. */
    record CleanedPhoto(ImageType type, int width, int height, byte[] jpeg) {}
}
