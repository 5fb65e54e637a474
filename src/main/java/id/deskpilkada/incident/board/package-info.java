/** What the board of incidents shows: what is open, how grave it is, how far it has come and which time is running out. */
@org.springframework.modulith.NamedInterface("board")
@org.jspecify.annotations.NullMarked
package id.deskpilkada.incident.board;
