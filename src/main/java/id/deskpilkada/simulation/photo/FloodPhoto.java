package id.deskpilkada.simulation.photo;

import id.deskpilkada.simulation.world.Dice;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawn picture of a polling station under water that says of itself that it is drawn. */
public final class FloodPhoto {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int SHORE = 380;
    private static final int WAVES = 130;

    private FloodPhoto() {}

    /** The same JPEG on every run of the same seed. */
    public static byte[] jpeg(long seed) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var picture = image.createGraphics();
        picture.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(picture);
        tent(picture, 150);
        tent(picture, 470);
        water(picture, seed);
        picture.setColor(Color.WHITE);
        picture.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        picture.drawString("SIMULASI · gambar karangan", 24, HEIGHT - 28);
        picture.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sky(Graphics2D picture) {
        picture.setPaint(new GradientPaint(0, 0, new Color(96, 104, 114), 0, SHORE, new Color(172, 176, 178)));
        picture.fillRect(0, 0, WIDTH, SHORE);
    }

    private static void tent(Graphics2D picture, int left) {
        picture.setColor(new Color(70, 66, 60));
        picture.setStroke(new BasicStroke(7));
        picture.drawLine(left, 200, left, SHORE + 60);
        picture.drawLine(left + 260, 200, left + 260, SHORE + 60);
        picture.setColor(new Color(38, 92, 142));
        picture.fillPolygon(new Polygon(new int[] {left - 24, left + 130, left + 284}, new int[] {215, 120, 215}, 3));
        picture.setColor(new Color(128, 98, 66));
        picture.fillRect(left + 50, SHORE - 60, 150, 16);
        picture.setColor(new Color(212, 214, 208));
        picture.fillRect(left + 80, SHORE - 112, 60, 52);
    }

    private static void water(Graphics2D picture, long seed) {
        var dice = Dice.of(seed, "flood");
        picture.setPaint(new GradientPaint(0, SHORE, new Color(138, 116, 88), 0, HEIGHT, new Color(92, 74, 54)));
        picture.fillRect(0, SHORE, WIDTH, HEIGHT - SHORE);
        picture.setStroke(new BasicStroke(2));
        for (int wave = 0; wave < WAVES; wave++) {
            int light = 140 + dice.nextInt(40);
            picture.setColor(new Color(light, light - 22, light - 50));
            int x = dice.nextInt(WIDTH);
            int y = SHORE + 6 + dice.nextInt(HEIGHT - SHORE - 12);
            picture.drawLine(x, y, x + 20 + dice.nextInt(60), y);
        }
    }
}
