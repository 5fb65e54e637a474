package id.deskpilkada.fieldreport.form;

/** A place on the map in degrees, WGS 84. */
public record Spot(double lat, double lng) {}
