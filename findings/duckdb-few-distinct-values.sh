#!/usr/bin/env bash
# DuckDB 1.5.5.1 (duckdb_jdbc): approx_count_distinct, and with it SUMMARIZE, miscounts a handful of values that would fit any memory.
#
# Data: 10,000 rows with the twenty texts c0 to c19; 10,000 rows with the thousand whole numbers 0 to 999.
# Expected: a few per cent off at most, as sketches of a few kilobytes are
# Seen:     16 of 20 texts (20 % off), 1,249 for 1,000 numbers (25 % off); SUMMARIZE says 1,249 as well
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -Dartifact=org.duckdb:duckdb_jdbc:1.5.5.1 -DoutputDirectory=. > /dev/null
cat > Finding.java <<'JAVA'
import java.sql.*;

class Finding {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT approx_count_distinct('c' || i % 20), approx_count_distinct(i % 1000),"
                        + " (SELECT approx_unique FROM (SUMMARIZE SELECT i % 1000 AS n FROM range(10000) r(i))) FROM range(10000) r(i)")) {
            row.next();
            System.out.println(row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
        }
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp duckdb_jdbc-1.5.5.1.jar Finding.java 2> /dev/null)
echo "expected about 20, 1000, 1000; seen $seen"
[ "$seen" = "16 1249 1249" ]
