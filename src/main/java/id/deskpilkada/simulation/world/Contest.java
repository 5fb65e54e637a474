package id.deskpilkada.simulation.world;

import java.util.List;

/** The two races of the demo. Their candidates carry the names of flowers and trees, so that nobody can take them for people. */
public enum Contest {
    GUBERNUR(
            "Gubernur dan Wakil Gubernur",
            "36",
            new Pair("Melati – Kenanga (karangan)", "#8a5a9c", 38),
            new Pair("Cempaka – Dahlia (karangan)", "#c9822b", 35),
            new Pair("Teratai – Anggrek (karangan)", "#2f7f86", 27)),
    BUPATI(
            "Bupati dan Wakil Bupati",
            "36.04",
            new Pair("Meranti – Cendana (karangan)", "#3b6ea8", 54),
            new Pair("Trembesi – Ketapang (karangan)", "#a8553b", 46));

    private final String title;
    private final String region;
    private final List<Pair> pairs;

    Contest(String title, String region, Pair... pairs) {
        this.title = title;
        this.region = region;
        this.pairs = List.of(pairs);
    }

    public String title() {
        return title;
    }

    /** Dotted code of the region that votes. */
    public String region() {
        return region;
    }

    /** By ballot number, from 1. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** @param share of the valid votes in the whole regency, in percent */
    public record Pair(String name, String colour, int share) {}
}
