package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.dashboard.publicview.PublicPage.RacePart;
import id.deskpilkada.dashboard.publicview.PublicPage.RoundPart;
import java.util.Locale;

/** Where public files lie, below {@code /public/}; pages in English lie under {@code en/}. Templates know it as {@code u}. */
public final class PublicPaths {

    static final String SEARCH = "cari";

    private final String prefix;

    private PublicPaths(String prefix) {
        this.prefix = prefix;
    }

    static PublicPaths in(Locale language) {
        return new PublicPaths(language.equals(Locale.ENGLISH) ? "en/" : "");
    }

    /** File of a place's page. */
    String file(PublicPage page) {
        return page.isRoot()
                ? prefix + "index.html"
                : prefix + "wilayah/" + page.place().code() + ".html";
    }

    String searchFile() {
        return prefix + SEARCH + ".html";
    }

    public String home() {
        return "/public/" + prefix + "index.html";
    }

    public String search() {
        return "/public/" + prefix + SEARCH;
    }

    /** The same without a question: a list to go down, for which no application is needed. */
    public String browse() {
        return "/public/" + searchFile();
    }

    public String region(String code) {
        return "/public/" + prefix + "wilayah/" + code + ".html";
    }

    public String page(PublicPage page) {
        return "/public/" + file(page);
    }

    String place(Place place, Place root) {
        return place.equals(root) ? home() : region(place.code());
    }

    /** Data file of a race at a place. */
    public static String tally(RoundPart round, RacePart race, PublicPage page) {
        var base = round.main() ? "" : "putaran/" + round.election() + "/" + round.code() + "/";
        return base + "tally/" + race.code()
                + (page.isRoot() ? "" : "/" + page.place().code()) + ".json";
    }
}
