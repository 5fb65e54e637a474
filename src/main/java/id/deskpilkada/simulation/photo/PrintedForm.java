package id.deskpilkada.simulation.photo;

import id.deskpilkada.simulation.world.Contest;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/** The empty sheet of a race: an imitation of a C.Hasil copy that says so, with a row of boxes for every number. */
final class PrintedForm {

    static final int WIDTH = 860;
    static final int HEIGHT = 980;
    static final int BOX_WIDTH = 30;
    static final int BOX_HEIGHT = 34;
    static final int DIGITS = 3;

    private static final int ROW = 42;
    private static final int[] COLUMNS = {430, 560, 690};
    private static final String[] SEXES = {"male", "female", "total"};
    private static final Color PAPER = new Color(246, 244, 238);
    private static final Color PRINT = new Color(60, 60, 60);
    private static final Color MARK = new Color(236, 214, 210);

    private final Contest contest;
    private final BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Map<String, int[]> boxes = new LinkedHashMap<>();
    private int y = 128;

    PrintedForm(Contest contest) {
        this.contest = contest;
        var page = graphics(sheet);
        page.setColor(PAPER);
        page.fillRect(0, 0, WIDTH, HEIGHT);
        watermark(page);
        print(page);
        page.dispose();
    }

    static Graphics2D graphics(BufferedImage image) {
        var page = image.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        page.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return page;
    }

    BufferedImage sheet() {
        return sheet;
    }

    /** Left upper corner of the first box of a number. */
    int[] corner(String number) {
        var corner = boxes.get(number);
        if (corner == null) {
            throw new IllegalArgumentException("no box for " + number);
        }
        return corner;
    }

    private static void watermark(Graphics2D page) {
        var turned = (Graphics2D) page.create();
        turned.setColor(MARK);
        turned.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 150));
        turned.rotate(-0.6, WIDTH / 2.0, HEIGHT / 2.0);
        turned.drawString("SIMULASI", 40, HEIGHT / 2 - 90);
        turned.drawString("SIMULASI", 40, HEIGHT / 2 + 230);
        turned.dispose();
    }

    private void print(Graphics2D page) {
        page.setColor(PRINT);
        page.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        page.drawString("SIMULASI · tiruan C.HASIL SALINAN", 40, 44);
        page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        page.drawString("Pemilihan " + contest.title(), 40, 72);
        heading(page, "I. Data pemilih dan pengguna hak pilih        L                   P                   L+P");
        line(page, "A. Pemilih dalam DPT", "dpt");
        line(page, "B.1 Pengguna dari DPT", "voters.listed");
        line(page, "B.2 Pindahan (DPPh)", "voters.movedIn");
        line(page, "B.3 Tambahan (DPTb)", "voters.unlisted");
        line(page, "B.4 Jumlah pengguna", "voters.total");
        heading(page, "II. Surat suara");
        single(page, "1. Diterima, termasuk cadangan", "ballots.received");
        single(page, "2. Digunakan", "ballots.used");
        single(page, "3. Rusak / keliru coblos", "ballots.spoiled");
        single(page, "4. Tidak digunakan", "ballots.unused");
        heading(page, "III. Pemilih disabilitas yang memilih");
        line(page, "Jumlah", "disabledVoters");
        heading(page, "IV. Perolehan suara");
        for (int number = 1; number <= contest.pairs().size(); number++) {
            single(page, number + ". " + contest.pairs().get(number - 1).name(), "votes." + number);
        }
        heading(page, "V. Suara sah dan tidak sah");
        single(page, "A. Suara sah", "validVotes");
        single(page, "B. Suara tidak sah", "invalidVotes");
        single(page, "C. Jumlah", "totalVotes");
    }

    private void heading(Graphics2D page, String text) {
        page.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        page.drawString(text, 40, y + 18);
        y += 30;
    }

    private void line(Graphics2D page, String label, String name) {
        label(page, label);
        for (int column = 0; column < SEXES.length; column++) {
            boxes(page, name + "." + SEXES[column], COLUMNS[column]);
        }
        y += ROW;
    }

    private void single(Graphics2D page, String label, String name) {
        label(page, label);
        boxes(page, name, COLUMNS[2]);
        y += ROW;
    }

    private void label(Graphics2D page, String label) {
        page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        page.drawString(label, 52, y + 24);
    }

    private void boxes(Graphics2D page, String name, int x) {
        boxes.put(name, new int[] {x, y});
        page.setStroke(new BasicStroke(1.4f));
        for (int digit = 0; digit < DIGITS; digit++) {
            page.drawRect(x + digit * BOX_WIDTH, y, BOX_WIDTH, BOX_HEIGHT);
        }
    }
}
