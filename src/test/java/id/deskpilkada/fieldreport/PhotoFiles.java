package id.deskpilkada.fieldreport;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small photo files for tests. */
public final class PhotoFiles {

    /** A lossless WebP of one red pixel beside one blue pixel is hard to paint by hand: this one is a single pixel. */
    static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=");

    private PhotoFiles() {}

    static byte[] png(int width, int height) {
        return encoded("png", image(width, height));
    }

    static byte[] jpeg(int width, int height) {
        return encoded("jpeg", image(width, height));
    }

    /** Red on the left half, blue on the right. */
    private static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    /** A JPEG that says by EXIF how the camera was held, and where it was taken. */
    public static byte[] jpegHeld(int orientation, int width, int height) {
        return held(orientation, jpeg(width, height));
    }

    private static byte[] held(int orientation, byte[] jpeg) {
        var artist = "Nama Petugas\0".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + artist.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(artist.length).putInt(8 + 2 + 2 * 12 + 4);
        tiff.putInt(0).put(artist);
        var header = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        var segment = ByteBuffer.allocate(4 + header.length + tiff.capacity());
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + header.length + tiff.capacity()));
        segment.put(header).put(tiff.array());
        var file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.writeBytes(segment.array());
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    /**
     * What a camera makes of a printed form: 12 megapixels with grain, lying on its side as EXIF says.
     *
     * @param coarse so many dots are blurred into one; 1 is sharp
     */
    public static byte[] camera(int coarse) {
        var form = new BufferedImage(4000 / coarse, 3000 / coarse, BufferedImage.TYPE_INT_RGB);
        draw(form, 1.0 / coarse);
        var photo = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        var pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(form, 0, 0, 4000, 3000, null);
        pen.dispose();
        var random = new Random(coarse);
        var dots = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
        for (int at = 0; at < dots.length; at++) {
            dots[at] = 0x010101 * Math.max(0, (dots[at] & 0xFF) - random.nextInt(16));
        }
        return held(6, encoded("jpeg", photo));
    }

    private static void draw(BufferedImage form, double scale) {
        var pen = form.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xE8E8E8));
        pen.fillRect(0, 0, form.getWidth(), form.getHeight());
        pen.scale(scale, scale);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 60));
        for (int line = 0; line < 24; line++) {
            pen.drawRect(300, 200 + 110 * line, 3400, 110);
            pen.drawString(
                    "Jumlah pemilih dalam DPT yang menggunakan hak pilih: " + 137 * (line + 3) % 999,
                    340,
                    280 + 110 * line);
        }
        pen.dispose();
    }

    /**
     * A grey JPEG that goes over its picture so many times, each time with nothing new.
     *
     * @param hiddenIn length that is claimed behind a marker that has none, so that a careless reader leaves the scans behind it out; 0 without
     */
    static byte[] jpegOfScans(int width, int height, int scans, int hiddenIn) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        var table = new byte[65];
        Arrays.fill(table, 1, 65, (byte) 16);
        segment(file, 0xDB, table);
        segment(
                file,
                0xC2,
                ByteBuffer.allocate(9)
                        .put((byte) 8)
                        .putShort((short) height)
                        .putShort((short) width)
                        .put(new byte[] {1, 1, 0x11, 0})
                        .array());
        segment(file, 0xC4, oneCode(0x00, 0x00));
        segment(file, 0xC4, oneCode(0x10, 0xE0));
        int blocks = ((width + 7) / 8) * ((height + 7) / 8);
        segment(file, 0xDA, new byte[] {1, 1, 0, 0, 0, 0});
        file.writeBytes(new byte[(blocks + 7) / 8]);
        for (int scan = 1; scan < scans; scan++) {
            if (hiddenIn > 0) {
                file.writeBytes(new byte[] {(byte) 0xFF, 1, (byte) (hiddenIn >> 8), (byte) hiddenIn});
            }
            segment(file, 0xDA, new byte[] {1, 1, 0, 1, 63, 0});
            emptyBlocks(file, blocks);
        }
        file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return file.toByteArray();
    }

    private static void segment(ByteArrayOutputStream file, int marker, byte[] content) {
        file.writeBytes(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)});
        file.writeBytes(content);
    }

    /** A Huffman table of a single code, 0. */
    private static byte[] oneCode(int number, int value) {
        var table = new byte[18];
        table[0] = (byte) number;
        table[1] = 1;
        table[17] = (byte) value;
        return table;
    }

    /** Runs of 16,384 to 32,767 blocks without anything in them: a bit for the code, 14 for how many more than 16,384. */
    private static void emptyBlocks(ByteArrayOutputStream file, int blocks) {
        var bits = new StringBuilder();
        for (int left = blocks; left > 0; left -= 32_767) {
            var more = Integer.toBinaryString(Math.max(0, Math.min(left, 32_767) - 16_384));
            bits.append('0').append("0".repeat(14 - more.length())).append(more);
        }
        bits.append("1".repeat((8 - bits.length() % 8) % 8));
        for (int at = 0; at < bits.length(); at += 8) {
            int octet = Integer.parseInt(bits.substring(at, at + 8), 2);
            file.write(octet);
            if (octet == 0xFF) {
                file.write(0);
            }
        }
    }

    /** A few bytes of PNG that claim to be a picture of this size. */
    static byte[] pngClaiming(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] encoded(String format, BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
