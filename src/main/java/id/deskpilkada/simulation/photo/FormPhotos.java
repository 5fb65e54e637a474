package id.deskpilkada.simulation.photo;

import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.Paper;
import id.deskpilkada.simulation.world.Station;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Takes photos of filled papers, when they are needed and never twice differently: JPEG of some 50 KB that one can read and type from. */
public final class FormPhotos {

    private static final float QUALITY = 0.34f;
    private static final int BLUR = 22;

    private final Map<Contest, PrintedForm> printed = new ConcurrentHashMap<>();
    private final long seed;

    public FormPhotos(long seed) {
        this.seed = seed;
    }

    /** @param sheet which attempt of the same paper it is, so that two photos of it are two files */
    public byte[] clear(Station station, Contest contest, Paper paper, int sheet) {
        return jpeg(photo(station, contest, paper, sheet));
    }

    /** A shaken hand: nobody can read the numbers. */
    public byte[] blurred(Station station, Contest contest, Paper paper) {
        var clear = photo(station, contest, paper, 0);
        var small = scaled(clear, PrintedForm.WIDTH / BLUR, PrintedForm.HEIGHT / BLUR);
        return jpeg(scaled(small, PrintedForm.WIDTH, PrintedForm.HEIGHT));
    }

    private BufferedImage photo(Station station, Contest contest, Paper paper, int sheet) {
        var form = printed.computeIfAbsent(contest, PrintedForm::new);
        var dice = Dice.of(seed, "photo", station.tps(), contest, sheet);
        var image = new BufferedImage(PrintedForm.WIDTH, PrintedForm.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var page = PrintedForm.graphics(image);
        page.setColor(new Color(150, 140, 128));
        page.fillRect(0, 0, PrintedForm.WIDTH, PrintedForm.HEIGHT);
        page.rotate((dice.nextDouble() - 0.5) * 0.014, PrintedForm.WIDTH / 2.0, PrintedForm.HEIGHT / 2.0);
        page.drawImage(form.sheet(), 0, 0, null);
        page.setColor(Color.DARK_GRAY);
        page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        page.drawString(
                "TPS " + station.number() + " · desa " + station.village().name(), 40, 98);
        page.drawString("Kode " + station.tps(), 560, 98);
        var hand = new Handwriting(dice);
        paper.numbers().forEach((name, number) -> write(page, hand, form.corner(name), number));
        page.dispose();
        return image;
    }

    /** Right-aligned in its boxes, with zeros in front as the instruction for the paper asks. */
    private static void write(java.awt.Graphics2D page, Handwriting hand, int[] corner, int number) {
        var digits = String.format("%0" + PrintedForm.DIGITS + "d", number);
        for (int at = 0; at < digits.length(); at++) {
            hand.digit(
                    page,
                    digits.charAt(at) - '0',
                    corner[0] + at * PrintedForm.BOX_WIDTH,
                    corner[1],
                    PrintedForm.BOX_WIDTH,
                    PrintedForm.BOX_HEIGHT);
        }
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var page = scaled.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        page.drawImage(image, 0, 0, width, height, null);
        page.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
