package id.deskpilkada.election;

import java.time.LocalDate;

/** An election by its code; everything else belongs to one. */
public record ElectionRef(long id, String code, String name, LocalDate date, Law law) {}
