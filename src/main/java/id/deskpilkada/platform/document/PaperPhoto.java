package id.deskpilkada.platform.document;

import java.awt.Color;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Photos small enough for paper. */
public final class PaperPhoto {

    private static final double LONGEST_SIDE = 900;

    private PaperPhoto() {}

    /** The address of a JPEG that carries itself ({@code data:image/jpeg;base64,...}), at most 900 pixels long; empty for what is no image. */
    public static Optional<String> small(byte[] photo) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(photo));
            return image == null ? Optional.empty() : Optional.of(small(image));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String small(BufferedImage image) throws IOException {
        double scale = Math.min(1, LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = small.createGraphics();
        brush.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, Color.WHITE, null);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "jpg", bytes);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
