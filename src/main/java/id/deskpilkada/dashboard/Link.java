package id.deskpilkada.dashboard;

/** A choice that a page offers, and whether it is the one shown. */
public record Link(String url, String text, boolean current) {}
