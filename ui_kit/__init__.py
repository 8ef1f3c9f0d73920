"""What the windows share: tokens, palette, painted widgets, Vietnamese formats.

All words are passed in by the caller, already translated. Every widget takes `parent=None` as its last keyword and
paints with the theme in force, also when it changes. Graphs take an `alternative`: the same in words.

Ground
    tokens          Palette, LIGHT, DARK, Role; CAPTION 12 .. HERO 44; REGULAR, MEDIUM, SEMIBOLD; GAP, MARGIN; heights
    theme           apply(app, *, dark=False, scale=1.0), palette(), colour(role), blend(over, under, alpha),
                    scaled(length), font(pixels=14, weight=400, *, code=False)
    formats         integer, decimal, signed, percent, span, date, short_date, date_in_words, short_weekday, clock,
                    clock_seconds, clock_span, stopwatch, grouped, masked, code, initials, file_size, drive_space
    strokes         LEFT, RIGHT, CENTRE; smooth, box, hatch, line, text_width
    icons           paint_icon(painter, name, rect, colour), icon(name, role="text2", size=16) -> QIcon
    marks           Mark: AHEAD, EVEN, BEHIND, WAITING, RECEIVED, OPEN, DONE, PAUSED, FAILED; paint_mark, paint_tick,
                    paint_diamond
    focus_ring      FocusRing(window)

Frame of the window
    navigation_rail NavigationRail(entries, lock_label, lock_keys=""); signals chosen(str), lock_asked(); RailEntry
    page_header     PageHeader(title, subtitle=""); layout `controls`
    status_bar      StatusBar(); StatusPart
    drill_strip     DrillStrip(text)
    card            Card(title="", aside="", *, title_pixels=16, fill="surface", accent=False, padding=16)
    divider         Divider(*, upright=False)

Words and figures
    label           Label(text="", pixels=14, weight=400, role="text", *, wrap=False, code=False, align=LEFT)
    figure          Figure(number="", tail="", pixels=44)
    delta_label     DeltaLabel(pixels=14, weight=600, *, right=False)
    status_label    StatusLabel(mark, text, pixels=12, weight=500, *, role=None, column=0)
    chip            Chip(mark, text)
    key_cap         KeyCap(text)
    person_avatar   PersonAvatar(full_name, *, filled=False)
    inline_panel    InlinePanel(kind, title, text="", *, icon="", aside="", strip=False, edge=True, title_pixels=14)

Controls (buttons are QAbstractButton: signals clicked, toggled)
    action_button   ActionButton(text, *, key="", icon="", primary=False, height=48, pixels=None)
    outcome_key     OutcomeKey(key, text)
    option_chip     OptionChip(key, text, *, pill=True)
    option_card     OptionCard(title, detail="", *, key="", icon="", aside="")
    option_tile     OptionTile(title, detail, *, height=48, pixels=16)
    check_box       CheckBox(text)
    check_row       CheckRow(title, *, by_hand, aside, detail_left=284), CheckState; GroupStrip(text, aside="")
    toggle_switch   ToggleSwitch(name)
    segmented_control  SegmentedControl(labels, name, *, current=0); signal changed(int)
    text_field      TextField(name, *, placeholder="", secret=False, height=44, pixels=14, weight=400)
    scan_field      ScanField(name, placeholder="", hint="")
    pick_field      PickField(name, *, people=False, height=None)

Graphs and lists
    bullet_graph    BulletGraph(), Bullet(done, plan, quota, projected=None, full=None, band=None), paint_bullet
    hour_bars       HourBars(), MiniHourBars(), HourBar(label, done, plan), paint_mini_bars
    deviation_lines DeviationChart(), Deviations, DeviationLine
    progress_bar    ProgressBar(share=0.0, alternative="")
    step_list       StepList(), Step(text, state, aside="", share=None), StepState
    step_bar        StepBar()
    row_painting    paint_row, RowLook (a row of a table; used by table)
    table_cells     Column, Cell, Row, RowTone, LineModel, RowsModel(columns)
    table           Table(name, model, *, row_height=29, head_height=24, inset=15, headless=False); signal opened(int)
"""
